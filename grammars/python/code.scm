; Seed query: replaced by one file a concern (imports, env, calls, scopes, urls ...).
(import_statement) @import
