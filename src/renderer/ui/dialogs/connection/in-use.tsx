import type { ReactElement } from 'react';
import { Icon } from '../../icon.tsx';
import { CONNECTION } from '../../words/connection.ts';

export const InUse = (): ReactElement => (
  <span className="in-use">
    <Icon name="applied" />
    {CONNECTION.used}
  </span>
);
