; Import statements; their text is read by the extractor.
(import_statement) @import
(import_from_statement) @import
