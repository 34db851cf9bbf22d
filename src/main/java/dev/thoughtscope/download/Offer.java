package dev.thoughtscope.download;

import java.util.List;

/// What would be fetched, to be shown to a person before it is.
///
/// @param title as in `Qwen/Qwen3-4B-GGUF, Q4_K_M`
/// @param folder name of the folder that it goes into, below the one for its kind
public record Offer(String title, String folder, List<Item> items) {
    public Offer {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("an offer of nothing");
        }
    }

    /// Of all items together, 0 if one is unknown.
    public long bytes() {
        return items.stream().anyMatch(item -> item.bytes() == 0)
                ? 0
                : items.stream().mapToLong(Item::bytes).sum();
    }

    /// Where it comes from, as a host name.
    public String host() {
        return items.getFirst().address().getHost();
    }
}
