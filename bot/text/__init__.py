"""Reading text: safe lines, words, sentences and its language."""
