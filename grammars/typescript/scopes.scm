; Classes that only TypeScript has.
(abstract_class_declaration) @class
