// What the build says about itself.
interface ImportMetaEnv {
  /** Version and fingerprint of what was built, for example 0.1.0+3f9a1c22. */
  readonly VITE_BUILD: string;
}
