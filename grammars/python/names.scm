; Everything that gives a name a meaning, apart from imports.
(function_definition) @function

(class_definition) @class

(assignment) @assign

(augmented_assignment) @augment

(named_expression) @walrus

(as_pattern) @as

(for_statement left: (_) @loop)

(global_statement (identifier) @global)
