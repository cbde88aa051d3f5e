import '@mantine/core/styles/Tooltip.layer.css';
import { Tooltip } from '@mantine/core';

/** The bubble of a hint, beside its target. */
export function HintBubble({ target, text }: { target: HTMLElement; text: string }) {
  return <Tooltip target={target} label={text} opened interactive multiline maw={320} aria-hidden />;
}
