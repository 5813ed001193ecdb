import React, { type ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Text } from '@twilio-paste/core/text';

interface Props {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  readonly testId: string;
}

/** A table as wide as there is room; the first column names what a row is about. */
export const Table = ({ label, heads, rows, testId }: Props) => (
  <Box overflowX="auto">
    <Box
      as="table"
      width="100%"
      style={{ borderCollapse: 'collapse' }}
      aria-label={label}
      data-testid={testId}
    >
      <thead>
        <tr>
          {heads.map((head) => (
            <Cell as="th" key={head} scope="col">
              <Text as="span" color="colorTextWeak" fontWeight="fontWeightSemibold">
                {head}
              </Text>
            </Cell>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [first, ...rest] }) => (
          <tr key={key}>
            <Cell as="th" scope="row">
              <Text as="span" fontWeight="fontWeightSemibold">
                {first}
              </Text>
            </Cell>
            {rest.map((cell, index) => (
              // The columns never move.
              <Cell as="td" key={heads[index + 1]}>
                <Text as="span">{cell}</Text>
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  </Box>
);

interface CellProps {
  readonly as: 'th' | 'td';
  readonly scope?: 'col' | 'row';
  readonly children: ReactNode;
}

const Cell = ({ as, scope, children }: CellProps) => (
  <Box
    as={as}
    {...(scope === undefined ? {} : { scope })}
    textAlign="left"
    padding="space40"
    borderBottomStyle="solid"
    borderBottomWidth="borderWidth10"
    borderBottomColor="colorBorderWeaker"
    whiteSpace="nowrap"
  >
    {children}
  </Box>
);
