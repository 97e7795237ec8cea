/** Modules of Elixir and Erlang that compute, but reach nothing outside. */
const ELIXIR = new Set(
  `Access Agent Application Atom Base Bitwise Calendar Code Collectable Date DateTime Dict DynamicSupervisor Duration Enum Enumerable
  Exception ExUnit File Float Function GenEvent GenServer HashDict HashSet IEx IO Inspect Integer Kernel Keyword List
  Macro Map MapSet MatchError Module NaiveDateTime Node OptionParser PartitionSupervisor Path Port Process Protocol Range
  Record Regex Registry RuntimeError ArgumentError Set Stream String StringIO Supervisor System Task Time Tuple URI
  Version JSON Mix`.split(/\s+/),
);
const ERLANG = new Set(
  `application array atomics base64 beam_lib binary c calendar code counters crypto dict digraph erlang erl_parse error_logger
  ets dets file filelib filename gb_sets gb_trees gen_event gen_server gen_statem gen_tcp gen_udp global inet inet_parse init
  io io_lib lists logger maps math net_adm net_kernel orddict ordsets os pg persistent_term proc_lib proplists public_key
  queue rand random re rpc scheduler sets sofs ssl string supervisor sys timer unicode uri_string zip zlib erl_tar digraph_utils
  binary_to_term elixir`.split(/\s+/),
);
/** Frameworks' own inner modules; what they do stays inside the program. */
const PLUMBING =
  /^(Ecto\.(?!Adapters|Repo|Migrator)|Ecto$|Plug\.(Conn|Router|Builder)\b|Gettext|Phoenix\.(Controller|LiveView|Component|HTML|Naming|Router|ConnTest|ChannelTest|LiveViewTest|Socket|Channel|View|Template|Param|Flash|VerifiedRoutes)\b|Logger\.(Formatter|Translator)\b)/;

/** Calls on this module say nothing about what a program talks to. `Logger` has a rule of its own in `calls.ts`. */
export function isStandard(module: string): boolean {
  if (module.startsWith(':')) return ERLANG.has(module.slice(1));
  const dot = module.indexOf('.');
  return ELIXIR.has(dot < 0 ? module : module.slice(0, dot)) || PLUMBING.test(module);
}
