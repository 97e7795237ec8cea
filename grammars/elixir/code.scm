(call target: (identifier)) @call
