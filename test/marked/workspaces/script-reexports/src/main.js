const env = require('./lib/env').default;
const { optional } = require('./lib');
const other = require('./lib/other').default;

// form: required from another file
env('COMMON_DEFAULT');
//   ^^^^^^^^^^^^^^ env COMMON_DEFAULT required
optional('COMMON_NAMED', 'c');
//        ^^^^^^^^^^^^ env COMMON_NAMED optional default=c
other('NOT_COMMON');
// none
