import React, { useRef, useState, type FormEvent } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { Input } from '@twilio-paste/core/input';
import { Label } from '@twilio-paste/core/label';
import { useUID } from '@twilio-paste/core/uid-library';
import type { TaskSid } from '@patchbay/shared/contracts';
import { readTaskSid } from '../lookup/readTaskSid';
import type { StringKey } from '../strings';
import type { ViewMeans } from './views';

interface Props extends Pick<ViewMeans, 'say'> {
  /** What is in the field at first. */
  readonly initial: string;
  readonly onSubmit: (taskSid: TaskSid) => void;
}

/** Where somebody enters a Task SID. What is none goes no further than a message. */
export function TaskSidForm({ initial, onSubmit, say }: Props) {
  const [text, setText] = useState(initial);
  const [complaint, complain] = useState<StringKey>();
  const input = useRef<HTMLInputElement>(null);
  const [inputId, helpId] = [useUID(), useUID()];

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const taskSid = readTaskSid(text);
    if (taskSid === undefined) {
      complain(text.trim() === '' ? 'PatchbaySegmentsSidMissing' : 'PatchbaySegmentsSidMalformed');
      input.current?.focus();
      return;
    }
    complain(undefined);
    setText(taskSid);
    onSubmit(taskSid);
  };

  return (
    <form onSubmit={submit} noValidate>
      <Label htmlFor={inputId}>{say('PatchbaySegmentsInput')}</Label>
      <Box display="flex" columnGap="space30">
        <Box flexGrow={1} minWidth="size0">
          <Input
            ref={input}
            id={inputId}
            type="text"
            autoComplete="off"
            spellCheck={false}
            value={text}
            hasError={complaint !== undefined}
            aria-describedby={helpId}
            onChange={({ target }) => {
              setText(target.value);
              complain(undefined);
            }}
          />
        </Box>
        <Button variant="primary" type="submit">
          {say('PatchbaySegmentsLookUp')}
        </Button>
      </Box>
      {/* Always there, as a region that is read out has to be. */}
      <div id={helpId} role="alert">
        {complaint !== undefined && <HelpText variant="error">{say(complaint)}</HelpText>}
      </div>
    </form>
  );
}
