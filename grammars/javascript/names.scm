; Declarations of names, with what they are bound to.
(variable_declarator
  name: (_) @variable
  value: (_) @value)

(variable_declarator
  !value
  name: (identifier) @declared)

[
  (assignment_expression
    left: (_) @target
    right: (_) @value)
  (augmented_assignment_expression
    left: (_) @target
    right: (_) @value)
]

(formal_parameters (_) @parameter)

(arrow_function
  parameter: (identifier) @parameter)

(for_in_statement
  left: (identifier) @name) @loop

(pair
  key: (_) @key
  value: [
    (arrow_function)
    (function_expression)
  ] @value)

; Names that destructuring declares.
(shorthand_property_identifier_pattern) @pattern

(pair_pattern
  value: (identifier) @pattern)

(pair_pattern
  value: (assignment_pattern
    left: (identifier) @pattern))

(rest_pattern (identifier) @pattern)

(array_pattern (identifier) @pattern)
