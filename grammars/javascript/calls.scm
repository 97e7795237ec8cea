; Calls and constructions. Most are dropped by the name that their callee starts with.
; A call starts where its callee starts; that is read from the text first.
(call_expression
  arguments: (_) @arguments) @call

(new_expression
  constructor: (_) @callee
  arguments: (arguments) @arguments) @new

(decorator) @decorator
