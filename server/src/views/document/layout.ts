import { passwordRuleLines, userTypeLines } from './account-lines';
import { apiClientLines } from './api-client-lines';
import { apiDocsLines } from './api-docs-lines';
import { auditLines } from './audit-lines';
import { authModuleLines } from './auth-module-lines';
import { buildAndStartLines } from './build-and-start-lines';
import { cacheUseLines } from './cache-use-lines';
import { commitHookLines } from './commit-hook-lines';
import type { DocumentContext } from './context';
import { otherDependencyLines } from './dependency-lines';
import { ciLines, imageLines } from './deployment-lines';
import { errorHandlerLines } from './error-handler-lines';
import { healthLines } from './health-lines';
import { jobLines } from './job-lines';
import { lifecycleLines } from './lifecycle-lines';
import { limitedRouteLines } from './limited-route-lines';
import { middlewareLines } from './middleware-lines';
import { modelLines } from './model-lines';
import { oauthLines } from './oauth-lines';
import { ownLoginLines } from './own-login-lines';
import { ownModuleLines, ownRateLimitLines } from './own-modules';
import { passwordLines } from './password-lines';
import { planLines } from './plan-lines';
import { providerLines } from './provider-lines';
import { routeLines } from './routes-lines';
import type { Section } from './section';
import { fileStorageLines, memoryLines } from './storage-lines';
import { tokenLines } from './token-lines';
import { tokenStorageLines } from './token-storage-lines';
import { unrecognisedLines } from './unrecognised-lines';
import { incomingLines, outgoingLines } from './webhook-lines';

const own = (name: RegExp) => (context: DocumentContext, told: ReadonlySet<string>) =>
  ownModuleLines(context, name, told);
const ERRORS = /(^|[-_.])(error|exception)s?[-_.]?(handlers?|handling|middleware|filters?)$/i;
const LOGS = /(^|[-_.])(logger|logging|logs?[-_.]config)$/i;
const CACHES = /(^|[-_.a-z])cache([-_.](service|utils|helpers?|manager|store))?$/i;
const MAIL = /(^|[-_.])(e?mails?|mailer|notifier)([-_.](service|sender|client|utils|helpers?))?$/i;
const WEBHOOKS = /(^|[-_.])webhooks?([-_.](service|handlers?|controller|routes?))?$/i;

/** They run on the machines of those who write the program: no pipeline. */
const COMMIT_HOOKS = ['pre-commit', 'husky'];

const category = (title: string, ...categories: readonly string[]) => ({ title, categories });

/** The order of the document: the headings that readers know from hand-written ones. */
export const SECTIONS_BEFORE_ENVIRONMENT: readonly Section[] = [
  {
    heading: 'APIs & External Services',
    always: true,
    groups: [
      category('LLM Providers', 'ai'),
      category('AI Frameworks', 'ai-frameworks'),
      { title: 'Provider Selection', categories: [], more: providerLines },
      { title: 'Payments', categories: ['payments'], more: planLines },
      category('Billing', 'billing'),
      category('SMS & Voice', 'sms'),
      category('Push Notifications', 'push'),
      category('Chat & Collaboration', 'chat'),
      category('Realtime', 'realtime'),
      category('Video & Media', 'video'),
      category('Content Management', 'cms'),
      category('Commerce', 'commerce'),
      category('Shipping', 'shipping'),
      category('Maps & Location', 'maps'),
      category('CRM & Sales', 'crm'),
      category('Marketing', 'marketing'),
      category('HR & Recruiting', 'hr'),
      category('Customer Support', 'support'),
      category('Calendars & Meetings', 'calendars'),
      category('Documents & Signatures', 'documents'),
      category('Social Networks', 'social'),
      category('Content & Data APIs', 'content'),
      category('Financial Data', 'finance'),
      category('Web3', 'web3'),
      category('Learning Platforms', 'learning'),
      category('Weather', 'weather'),
      category('Automation', 'automation'),
      category('Code Hosting', 'code-hosting'),
      category('Analytics', 'analytics'),
      category('Feature Flags', 'feature-flags'),
      category('Bot Protection', 'bot-protection'),
      category('Scraping & Browsers', 'scraping'),
      category('Internal Services', 'internal'),
      category('HTTP Clients', 'http'),
      { title: 'Unrecognised', categories: [], more: unrecognisedLines },
    ],
  },
  {
    heading: 'Data Storage',
    groups: [
      {
        title: 'Databases',
        categories: ['databases', 'orm'],
        always: true,
        more: (context) => [...modelLines(context), ...lifecycleLines(context)],
      },
      category('Vector Stores', 'vector-stores'),
      category('Search', 'search'),
      { title: 'File Storage', categories: ['storage'], always: true, more: fileStorageLines },
      {
        title: 'Caching',
        categories: ['caches'],
        always: true,
        more: (context, told) => [...cacheUseLines(context), ...own(CACHES)(context, told)],
      },
      { title: 'In-Memory Storage', categories: [], more: memoryLines },
      category('Queues & Streaming', 'queues'),
    ],
  },
  {
    heading: 'Authentication & Identity',
    groups: [
      {
        title: 'Auth Provider',
        categories: ['auth'],
        always: true,
        more: (context) => [...ownLoginLines(context), ...oauthLines(context)],
      },
      {
        title: 'Auth Libraries',
        categories: ['auth-libraries'],
        more: (context, told) => [
          ...passwordLines(context),
          ...passwordRuleLines(context),
          ...authModuleLines(context, told),
        ],
      },
      { title: 'Accounts', categories: [], more: userTypeLines },
      { title: 'Tokens', categories: [], more: tokenLines },
      { title: 'Token Storage', categories: [], more: tokenStorageLines },
    ],
  },
  {
    heading: 'Monitoring & Observability',
    groups: [
      { title: 'Error Tracking', categories: ['error-tracking'], always: true },
      {
        title: 'Error Handlers',
        categories: [],
        more: (context, told) => [...errorHandlerLines(context), ...own(ERRORS)(context, told)],
      },
      { title: 'Logs', categories: ['logging'], always: true, more: own(LOGS) },
      { title: 'Metrics', categories: ['metrics', 'uptime'], always: true },
      { title: 'Middleware', categories: [], more: middlewareLines },
      { title: 'Health Checks', categories: [], more: healthLines },
    ],
  },
  {
    heading: 'CI/CD & Deployment',
    groups: [
      { title: 'Hosting', categories: ['hosting'], always: true },
      category('Cloud Providers', 'cloud'),
      category('Servers', 'servers'),
      { title: 'Build & Start', categories: [], fullOnly: true, more: buildAndStartLines },
      { title: 'Containers', categories: ['containers'], more: imageLines },
      { title: 'CI Pipeline', categories: ['ci'], but: COMMIT_HOOKS, always: true, more: ciLines },
      { title: 'Pre-commit Hooks', categories: ['ci'], only: COMMIT_HOOKS, more: commitHookLines },
      category('Secrets Managers', 'secrets'),
    ],
  },
];

export const SECTIONS_AFTER_ENVIRONMENT: readonly Section[] = [
  {
    heading: 'Webhooks & Callbacks',
    groups: [
      { title: 'Incoming', categories: [], always: true, more: incomingLines },
      { title: 'Outgoing', categories: [], always: true, more: outgoingLines },
      { title: 'Handlers', categories: [], more: own(WEBHOOKS) },
    ],
  },
  {
    heading: 'API',
    groups: [
      { title: 'Protocols & Documentation', categories: ['api'], more: apiDocsLines },
      { title: 'Routes', categories: [], fullOnly: true, more: routeLines },
      { title: 'Front-end API Client', categories: [], more: apiClientLines },
    ],
  },
  {
    heading: 'Rate Limiting',
    groups: [
      category('Libraries', 'rate-limiting'),
      { title: 'Own Modules', categories: [], more: ownRateLimitLines },
      { title: 'Limited Routes', categories: [], more: limitedRouteLines },
    ],
  },
  { heading: 'Background Jobs', groups: [{ title: 'Jobs', categories: ['jobs'], more: jobLines }] },
  { heading: 'Mailer', groups: [{ title: 'Email', categories: ['email'], more: own(MAIL) }] },
  { heading: 'File Processing', groups: [category('Libraries', 'files')] },
  { heading: 'Audit Logging', groups: [{ title: 'Actions', categories: [], more: auditLines }] },
  { heading: 'Security', groups: [category('Libraries', 'security')] },
  { heading: 'Configuration', groups: [category('Libraries', 'configuration')] },
  {
    heading: 'Other Dependencies',
    groups: [{ title: 'By manifest', categories: [], fullOnly: true, more: otherDependencyLines }],
  },
];
