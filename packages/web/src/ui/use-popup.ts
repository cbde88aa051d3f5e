import { useId, useRef, useState } from 'react';

/** A button and what it opens beside it; closing gives the focus back to the button. */
export function usePopup() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  return {
    id,
    open,
    toggle: () => setOpen(!open),
    close: () => {
      setOpen(false);
      button.current?.focus();
    },
    /** What the button says of itself to assistive technology. */
    buttonProps: { ref: button, 'aria-expanded': open, 'aria-controls': open ? id : undefined },
  };
}
