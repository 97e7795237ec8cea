const { requireEnv, int, shout } = require('./lib/common');
const config = require('./lib/instance');

// form: module.exports of another file
requireEnv('EXPORTED_NEEDED');
//          ^^^^^^^^^^^^^^^ env EXPORTED_NEEDED required
int('EXPORTED_INT');
//   ^^^^^^^^^^^^ env EXPORTED_INT required cast=int
shout('EXPORTED_NOT');
// none
config.get('EXPORTED_INSTANCE', 'e');
//          ^^^^^^^^^^^^^^^^^ env EXPORTED_INSTANCE optional default=e
