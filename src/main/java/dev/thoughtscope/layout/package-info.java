/// Where the nodes of a tree are drawn, what of it is in sight, what lies under a point. Pure: no pixels, no toolkit.
package dev.thoughtscope.layout;
