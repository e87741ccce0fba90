// Lets a component hand a number to its stylesheet through style={{ '--name': … }} without a cast.
import 'react';

declare module 'react' {
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined;
  }
}
