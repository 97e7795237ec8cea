; What a file takes from elsewhere and what it gives.
(import_statement) @import
(export_statement) @export
