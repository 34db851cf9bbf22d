package dev.thoughtscope.app;

public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("Thoughtscope");
    }
}
