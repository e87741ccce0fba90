// The one place where bugs end: says what is safe, gives a number to tell, and leaves the rest of the house standing.
import { Component, type ErrorInfo, type ReactNode } from 'react';

type BoundaryProps = {
  /** Another value tries again: the address. */
  readonly place?: string;
  readonly show: (number: string) => ReactNode;
  readonly children: ReactNode;
};
type BoundaryState = { readonly number: string | null; readonly place: string | undefined };

/** React knows error boundaries only as classes. */
export class ErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { number: null, place: this.props.place };

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { number: crypto.randomUUID().slice(0, 8) };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return props.place === state.place ? null : { number: null, place: props.place };
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo): void {
    console.error(`message ${this.state.number ?? ''}`, error.name, componentStack);
  }

  override render(): ReactNode {
    return this.state.number === null ? this.props.children : this.props.show(this.state.number);
  }
}
