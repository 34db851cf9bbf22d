/// The model in use and those that could be.
package dev.thoughtscope.viewmodel.models;
