/// What the person has chosen, kept from one start to the next in a plain file.
package dev.thoughtscope.settings;
