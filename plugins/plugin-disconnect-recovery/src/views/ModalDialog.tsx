import React, { useEffect, useRef, type ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';

interface Props {
  readonly title: string;
  /** What Escape does; undefined where there is nothing to close. */
  readonly onEscape: (() => void) | undefined;
  readonly children: ReactNode;
  readonly 'data-testid': string;
}

/**
 * A dialog over everything in the page, by the browser's own means: what is below can be neither clicked nor reached by the
 * keyboard, and a screen reader hears of nothing else.
 */
export function ModalDialog({ title, onEscape, children, ...rest }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      data-testid={rest['data-testid']}
      style={{
        padding: 0,
        border: 'none',
        borderRadius: 8,
        background: 'none',
        maxWidth: '90vw',
        outline: 'none',
      }}
      onCancel={(event) => {
        event.preventDefault();
        onEscape?.();
      }}
      onClose={() => {
        // A browser lets a second Escape through, whatever the page says.
        dialog.current?.showModal();
      }}
    >
      <Box
        backgroundColor="colorBackgroundBody"
        width="size40"
        maxWidth="100%"
        padding="space80"
        display="flex"
        flexDirection="column"
        rowGap="space50"
      >
        <Text as="h2" fontSize="fontSize60" lineHeight="lineHeight60" fontWeight="fontWeightBold">
          {title}
        </Text>
        {children}
      </Box>
    </dialog>
  );
}
