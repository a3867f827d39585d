import type { ReactElement, ReactNode } from 'react';
import type { FigureView } from '../../../contract/figure-schemas.ts';
import type { PlanSummary } from '../../../contract/plan-schemas.ts';
import { number } from '../../../core/words/text.ts';
import type { SheetModel } from '../../model/sheet-model.ts';
import { fieldTitle } from '../words/app.ts';
import { clearsLabel, figureLabel, REVIEW, surpriseLabel } from '../words/review.ts';
import { FigureButton, FigureLine } from './figure-button.tsx';
import type { FieldLine, ReviewGroups } from './review-groups.ts';

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Section({ title, children }: SectionProps): ReactElement {
  return (
    <section className="inspector-section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

interface GroupsProps {
  readonly sheet: SheetModel;
  readonly groups: ReviewGroups;
}

/** What whoever prepared the sheet may not have meant. */
export function Surprises({
  sheet,
  plan,
}: {
  readonly sheet: SheetModel;
  readonly plan: PlanSummary;
}): ReactElement | null {
  const found = plan.surprises.flatMap((surprise) => {
    const figure = plan.figures.find(({ id }) => id === surprise.figure);
    return figure ? [{ surprise, figure }] : [];
  });
  if (found.length === 0) return null;
  return (
    <Section title={REVIEW.surprises}>
      <ul className="figures">
        {found.map(({ surprise, figure }) => (
          <li key={`${surprise.kind} ${figure.id}`}>
            <FigureLine sheet={sheet} figure={figure} label={surpriseLabel(surprise)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Every field that changes, and beside it how often it is cleared. */
export function FieldLines({
  sheet,
  groups,
  title,
}: GroupsProps & { readonly title: string }): ReactElement | null {
  if (groups.fields.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="figures">
        {groups.fields.map((line) => (
          <FieldItem key={line.field} sheet={sheet} line={line} />
        ))}
      </ul>
    </Section>
  );
}

function FieldItem({ sheet, line }: { readonly sheet: SheetModel; readonly line: FieldLine }): ReactElement {
  const { field, changes, clears } = line;
  return (
    <li className="figure-pair">
      <FigureLine sheet={sheet} figure={changes} label={fieldTitle(field)} />
      {clears && (
        <FigureButton
          sheet={sheet}
          figure={clears}
          label={clearsLabel(clears.rows, field)}
          className="figure figure-clears"
        >
          {number(clears.rows)} {REVIEW.clears}
        </FigureButton>
      )}
    </li>
  );
}

/** What is hard to take back or costs somebody money: told whether or not it was meant. */
export function DelicateLines({ sheet, groups }: GroupsProps): ReactElement | null {
  const { cleared, countries, sensitive } = groups;
  if (!cleared && countries.length + sensitive.length === 0) return null;
  return (
    <Section title={REVIEW.delicate}>
      <ul className="figures">
        {cleared && <Item sheet={sheet} figure={cleared} />}
        {sensitive.map((figure) => (
          <Item key={figure.id} sheet={sheet} figure={figure} />
        ))}
        {countries.map(({ country, moves, otherMoves }) => (
          <li key={country.id}>
            <FigureLine sheet={sheet} figure={country} label={figureLabel(country.subject)} />
            <ul className="figures">
              {moves.map((move) => (
                <Item key={move.id} sheet={sheet} figure={move} isPart />
              ))}
              {otherMoves > 0 && <li className="figure-rest">{REVIEW.otherMoves(otherMoves)}</li>}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Fields that no undo will bring back. */
export function UndoLines({ sheet, groups }: GroupsProps): ReactElement | null {
  if (groups.notUndoable.length === 0) return null;
  return (
    <Section title={REVIEW.notUndoable}>
      <ul className="figures">
        {groups.notUndoable.map((figure) => (
          <Item key={figure.id} sheet={sheet} figure={figure} />
        ))}
      </ul>
    </Section>
  );
}

/** Kinds of warning; of several, how many rows they are about together. */
export function WarningLines({ sheet, groups }: GroupsProps): ReactElement | null {
  const { warned, warnings } = groups;
  if (warnings.length === 0) return null;
  return (
    <Section title={REVIEW.warnings}>
      <ul className="figures">
        {warned && warnings.length > 1 && <Item sheet={sheet} figure={warned} />}
        {warnings.map((figure) => (
          <Item key={figure.id} sheet={sheet} figure={figure} isPart={warnings.length > 1} />
        ))}
      </ul>
    </Section>
  );
}

interface ItemProps {
  readonly sheet: SheetModel;
  readonly figure: FigureView;
  readonly isPart?: boolean;
}

const Item = ({ sheet, figure, isPart = false }: ItemProps): ReactElement => (
  <li>
    <FigureLine sheet={sheet} figure={figure} label={figureLabel(figure.subject)} isPart={isPart} />
  </li>
);
