; Comments, and strings: those that stand alone are documentation.
(comment) @comment
(string) @string
(expression_statement . (string) @docstring .)
