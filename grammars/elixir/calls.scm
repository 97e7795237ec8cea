; Every call by a bare name: definitions (`def`), directives (`alias`), macros of frameworks (`config`, `get`, `schema`).
; Which one it is, the extractor reads from the text at the capture: that costs no node.
(call target: (identifier) @local) @call

; Calls on a module: `Req.get(url)`, `:httpc.request(...)`, `__MODULE__.Client.get()`.
(call
  target: (dot
    left: [(alias) (atom)] @module
    right: (identifier) @function)) @call

(call
  target: (dot
    left: (dot left: (identifier) right: (alias)) @module
    right: (identifier) @function)) @call

; A function held in a variable: `env.("NAME")`.
(call target: (dot left: (identifier) @closure !right)) @call

; `value |> call()`: the value is the call's first argument.
(binary_operator left: (_) @piped operator: "|>" right: (call) @into)
