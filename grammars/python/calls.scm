; Calls with a real argument list (not a bare generator), and subscripts of a name or of what a call gives: `os.environ["X"]`, `db["users"]`.
; What starts where its parent starts is not captured: the extractor reads it from the text.
(call arguments: (argument_list) @call.args) @call

(subscript
  value: [
    (identifier)
    (attribute)
    (call)
    (dictionary)
    (parenthesized_expression)
  ]) @subscript

; `"X" in os.environ`
(comparison_operator
  . [
    (string)
    (identifier)
  ] @member.key
  . ["in" "not in"]
  . [
    (identifier)
    (attribute)
  ] @member.of) @member

(decorated_definition
  (decorator) @decorator
  definition: (_ name: (identifier) @decorator.name))
