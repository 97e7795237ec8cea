; Calls: by a bare name, on a module (`Req.get(url)`, `:httpc.request(...)`, `__MODULE__.Client.get()`), and of a function held
; in a variable (`env.("NAME")`). Bare names are definitions (`def`), directives (`alias`) and macros of frameworks (`config`,
; `get`, `schema`) as well; which one it is, the extractor reads from the text at the capture: that costs no node.
; One pattern, in which `_` stands for the only node with a left and a right that a call is ever made of: with a pattern for
; each, told by that node's name, it takes nearly twice as long to make the whole query ready.
(call
  target: [
    (identifier) @local
    (_
      left: [
        (alias)
        (atom)
        (_ left: (identifier) right: (alias))
      ] @module
      right: (identifier) @function)
    (_ left: (identifier) @closure !right)
  ]) @call

; `value |> call()`: the value is the call's first argument.
(binary_operator left: (_) @piped operator: "|>" right: (call) @into)
