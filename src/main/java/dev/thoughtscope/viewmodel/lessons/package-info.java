/// State of the lessons' page, without controls.
package dev.thoughtscope.viewmodel.lessons;
