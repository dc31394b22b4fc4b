import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { text } from '../text/text.ts';

interface Properties {
  readonly children: ReactNode;
}

/** A defect in one screen must not leave a judge before an empty window. */
export class DefectBoundary extends Component<Properties, { readonly defect: string | null }> {
  override state: { readonly defect: string | null } = { defect: null };

  static getDerivedStateFromError(error: unknown): { readonly defect: string } {
    return { defect: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    if (this.state.defect === null) return this.props.children;
    return (
      <section className="defect" role="alert">
        <h1>{text.frame.defect.title}</h1>
        <p>{text.frame.defect.advice}</p>
        <pre>{this.state.defect}</pre>
        <Button
          type="primary"
          onClick={() => {
            this.setState({ defect: null });
          }}
        >
          {text.frame.defect.reopen}
        </Button>
      </section>
    );
  }
}
