// form: Nuxt runtimeConfig
export default defineNuxtConfig({
  runtimeConfig: {
    apiSecret: '',
//  ^^^^^^^^^ env NUXT_API_SECRET optional default=""
    fromEnv: process.env.EXPLICIT_SECRET,
//                       ^^^^^^^^^^^^^^^ env EXPLICIT_SECRET required
    public: {
      apiBase: '/api',
//    ^^^^^^^ env NUXT_PUBLIC_API_BASE optional default=/api
    },
  },
  modules: ['@nuxt/ui'],
  // none
});
