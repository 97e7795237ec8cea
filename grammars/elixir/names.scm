; What names stand for: module attributes and variables.
(unary_operator
  operator: "@"
  operand: (call target: (identifier) @attribute (arguments . (_) @value))) @definition

(binary_operator left: (identifier) @variable operator: "=" right: (_) @value) @assignment

; A variable that is asked for presence before it is used: `url || raise "..."`, `id && secret`.
(binary_operator left: (identifier) @tested operator: ["||" "&&" "and" "or"] right: (_) @otherwise)
