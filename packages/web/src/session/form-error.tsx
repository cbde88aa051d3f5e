import { IconAlertCircle } from '../ui/icons.ts';
import classes from './session-pages.module.css';

/** Why a form was refused, above its fields and read out at once. */
export function FormError({ text }: { text: string }) {
  return (
    <div role="alert" className={classes.error}>
      <IconAlertCircle size={18} aria-hidden />
      <span>{text}</span>
    </div>
  );
}
