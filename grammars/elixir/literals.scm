; Texts by their first piece, for URLs; whatever starts with an interpolation is reached through the call that uses it.
(string . (quoted_content) @text) @string
(charlist . (quoted_content) @text) @string
(sigil (sigil_name) . (quoted_content) @text) @string

; Tagged tuples: dependencies in mix.exs, `{:system, "NAME"}`.
(tuple . (atom) @tag) @tuple

; `{System, :get_env, ["NAME"]}`: a call that a library makes later.
((tuple . (alias) @tag . (atom)) @tuple (#eq? @tag "System"))
