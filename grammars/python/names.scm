; Everything that gives a name a meaning, apart from imports.
(function_definition
  name: (identifier) @function.name
  parameters: (parameters) @function.params) @function

(class_definition
  name: (identifier) @class.name
  superclasses: (argument_list)? @class.bases) @class

(assignment left: (_) @assign.left) @assign

(augmented_assignment left: (_) @augment.left) @augment

(named_expression name: (identifier) @walrus.name) @walrus

(as_pattern) @as

(for_statement left: (_) @loop)

(global_statement (identifier) @global)
