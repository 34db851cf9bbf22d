package dev.thoughtscope.viewmodel.models;

/// Why a model cannot be had.
///
/// @param kind whose words the view has
/// @param sentence from elsewhere, for [Kind#TOLD]
public record ModelsTrouble(Kind kind, String sentence) {
    /// What is known of it.
    public enum Kind {
        NONE,
        /// A server on another machine while the person wants to stay offline.
        OFFLINE,
        TOLD
    }

    public static final ModelsTrouble NONE = new ModelsTrouble(Kind.NONE, "");
    public static final ModelsTrouble OFFLINE = new ModelsTrouble(Kind.OFFLINE, "");

    public static ModelsTrouble of(String sentence) {
        return new ModelsTrouble(Kind.TOLD, sentence);
    }
}
