; Functions and classes: they name the place of a fact, and a name declared inside hides the same name outside.
[
  (function_declaration)
  (generator_function_declaration)
  (function_expression)
  (generator_function)
  (arrow_function)
] @function

(method_definition) @method

[
  (class_declaration)
  (class)
] @class

(class_body (_) @member)
