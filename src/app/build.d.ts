// What the build says about itself, and what browsers know that TypeScript's own list of them lacks.
/// <reference types="trusted-types" />

interface ImportMetaEnv {
  /** Version and fingerprint of what was built, for example 0.1.0+3f9a1c22. */
  readonly VITE_BUILD: string;
}
