interface ImportMetaEnv {
  /** Where the service worker lies, in builds that have one. */
  readonly OFFLINE_WORKER?: string;
}
