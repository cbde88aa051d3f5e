import type { ForwardRefExoticComponent, SVGProps } from 'react';

/** An icon: a line drawing that takes the colour of the text; `size` in pixels, decorative unless it is given a label. */
export type Icon = ForwardRefExoticComponent<Omit<SVGProps<SVGSVGElement>, 'size' | 'stroke'> & { size?: number | string; stroke?: number | string }>;
