// form: configuration file of a framework
/** @type {import('next').NextConfig} */
export default {
  env: { CUSTOM_KEY: process.env.NEXT_CUSTOM_SOURCE },
//                               ^^^^^^^^^^^^^^^^^^ env NEXT_CUSTOM_SOURCE required
  assetPrefix: process.env.NODE_ENV === 'production' ? process.env.CDN_URL : '',
//                         ^^^^^^^^ env NODE_ENV optional
//                                                                 ^^^^^^^ env CDN_URL production
};
