; Calls and constructions. Most are dropped by the name that their callee starts with.
(call_expression
  function: (_) @callee
  arguments: (_) @arguments) @call

(new_expression
  constructor: (_) @callee
  arguments: (arguments) @arguments) @new

(decorator) @decorator
