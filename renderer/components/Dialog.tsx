import { Modal, type ModalProps } from 'antd';
import { useFocusReturn } from './focus-return.ts';

/**
 * Ant Design's dialog as this program uses it: rendered only while it is open; a click beside it loses nothing that was
 * typed; and without its lock on the page's scrolling, which would write a style element that our policy refuses (the page
 * itself never scrolls).
 */
export function Dialog(properties: Omit<ModalProps, 'open' | 'mask' | 'scrollLock'>): React.JSX.Element {
  useFocusReturn();
  return <Modal open scrollLock={false} mask={{ closable: false }} {...properties} />;
}
