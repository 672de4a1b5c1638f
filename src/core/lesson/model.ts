import type { Locale, Localized } from '../base';

export const CHECK_KINDS = [
  'single',
  'multiple',
  'truefalse',
  'ordering',
  'matching',
  'numeric',
  'categorise',
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

export const CALLOUTS = ['note', 'tip', 'warn', 'law', 'story', 'example', 'task', 'recap'] as const;
export type CalloutKind = (typeof CALLOUTS)[number];

/** How sure a learner says to be, asked before the answer is judged. */
export const CONFIDENCES = ['sure', 'unsure', 'guess'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** The short forms in which a course of 72 periods may be taught. */
export const FORMS = ['h72', 'h48', 'h32'] as const;
export type Form = (typeof FORMS)[number];

/** A run of text; a plain string is by far the most frequent kind. */
export type Inline =
  | string
  | { readonly kind: 'strong' | 'em'; readonly of: Rich }
  | { readonly kind: 'code'; readonly text: string }
  /** A glossary term; `shown` is empty where the glossary's own word is meant. */
  | { readonly kind: 'term'; readonly id: string; readonly shown: string }
  /** A place in this section (`section` is empty) or in another (`u06/s2`); `at` is a block id or empty. */
  | { readonly kind: 'link'; readonly section: string; readonly at: string; readonly of: Rich }
  | { readonly kind: 'break' };
export type Rich = readonly Inline[];

export interface Option {
  readonly id: string;
  readonly text: Rich;
  readonly right: boolean;
  /** Shown to those who chose it, or who should have. */
  readonly why: Rich;
}

interface CheckBase {
  /** Unique in its section. */
  readonly id: string;
  /** The objective it tests; empty if none. */
  readonly objective: string;
  readonly prompt: Rich;
}
// A union of one kind each, so that a test of the kind narrows.
export type ChoiceCheck =
  | (CheckBase & { readonly kind: 'single'; readonly options: readonly Option[] })
  | (CheckBase & { readonly kind: 'multiple'; readonly options: readonly Option[] });
export type TrueFalseCheck = CheckBase & {
  readonly kind: 'truefalse';
  readonly answer: boolean;
  readonly why: { readonly true: Rich; readonly false: Rich };
};
export interface Item {
  readonly id: string;
  readonly text: Rich;
  readonly why: Rich;
}
/** `items` stand in the right order. */
export type OrderingCheck = CheckBase & { readonly kind: 'ordering'; readonly items: readonly Item[] };
export interface Pair {
  readonly id: string;
  readonly left: Rich;
  readonly right: string;
  readonly why: Rich;
}
export interface Named {
  readonly id: string;
  readonly name: string;
}
export type MatchingCheck = CheckBase & {
  readonly kind: 'matching';
  readonly pairs: readonly Pair[];
  /** Right-hand sides that fit nothing. */
  readonly extra: readonly Named[];
};
export type NumericCheck = CheckBase & {
  readonly kind: 'numeric';
  readonly value: number;
  /** Absolute, in the unit of the value. */
  readonly tolerance: number;
  readonly unit: string;
  readonly why: Rich;
  readonly traps: readonly { readonly value: number; readonly tolerance: number; readonly why: Rich }[];
};
export interface Card {
  readonly id: string;
  readonly text: Rich;
  readonly group: string;
  readonly why: Rich;
}
export type CategoriseCheck = CheckBase & {
  readonly kind: 'categorise';
  readonly groups: readonly Named[];
  readonly cards: readonly Card[];
};
export type Check =
  ChoiceCheck | TrueFalseCheck | OrderingCheck | MatchingCheck | NumericCheck | CategoriseCheck;

/** What a learner gave: an option, truth, a number, ids in order or chosen, or which id goes to which. */
export type Answer = string | boolean | number | readonly string[] | Readonly<Record<string, string>>;

interface FigureBase {
  readonly kind: 'figure';
  readonly id: string;
  readonly caption: string;
}
export interface Label {
  readonly label: string;
  readonly note: string;
}
interface Group {
  readonly label: string;
  readonly members: readonly string[];
}
export type Figure = FigureBase &
  (
    | { readonly shape: 'steps'; readonly items: readonly Label[] }
    | { readonly shape: 'cycle'; readonly items: readonly Label[] }
    | {
        readonly shape: 'bars';
        readonly unit: string;
        readonly bars: readonly { readonly label: string; readonly value: number; readonly mark: boolean }[];
      }
    | {
        readonly shape: 'quadrant';
        /** Left and right. */
        readonly across: readonly string[];
        /** Bottom and top. */
        readonly up: readonly string[];
        /** Left bottom, right bottom, left top, right top. */
        readonly cells: readonly Label[];
      }
    | { readonly shape: 'groups'; readonly groups: readonly Group[] }
    | { readonly shape: 'layers'; readonly groups: readonly Group[] }
    | { readonly shape: 'drawing'; readonly labels: Readonly<Record<string, string>> }
  );
export const FIGURES = ['steps', 'cycle', 'bars', 'quadrant', 'groups', 'layers', 'drawing'] as const;

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly head: readonly Rich[];
  readonly end: readonly boolean[];
  readonly rows: readonly (readonly Rich[])[];
}

export type Block =
  | { readonly kind: 'heading'; readonly id: string; readonly level: 2 | 3; readonly of: Rich }
  | { readonly kind: 'paragraph'; readonly of: Rich }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | Table
  | {
      readonly kind: 'callout';
      readonly look: CalloutKind;
      readonly id: string;
      readonly title: Rich;
      readonly blocks: readonly Block[];
    }
  | { readonly kind: 'check'; readonly check: Check }
  | { readonly kind: 'lab'; readonly id: string; readonly task: Rich }
  | { readonly kind: 'case'; readonly id: string; readonly task: Rich }
  | Figure
  | {
      readonly kind: 'formula';
      readonly id: string;
      readonly is: string;
      readonly where: readonly { readonly symbol: string; readonly meaning: Rich }[];
    }
  | {
      readonly kind: 'caution';
      readonly id: string;
      readonly rows: readonly string[];
      readonly claim: Rich;
      readonly said: Rich;
      readonly known: Rich;
      readonly advice: Rich;
    };

/** What a section says about itself; the lesson plan and the summaries are made of it. */
export interface Front {
  readonly title: string;
  /** Class minutes. */
  readonly minutes: number;
  readonly objectives: readonly { readonly id: string; readonly text: string }[];
  readonly key: readonly string[];
  readonly difficult: readonly string[];
  readonly covers: readonly string[];
  readonly board: readonly string[];
  readonly homework: readonly string[];
}

/** A glossary term in one language. */
export interface Term {
  readonly term: string;
  readonly meaning: string;
}

/** One section in one language. */
export interface Section {
  readonly unit: string;
  readonly id: string;
  readonly front: Front;
  readonly blocks: readonly Block[];
}

/** A unit as `units.yaml` plans it. */
export interface Unit {
  readonly id: string;
  readonly title: Localized;
  /** Class periods of 45 minutes in each form; 0 where the unit is left for self-study. */
  readonly hours: Readonly<Record<Form, number>>;
  /** Units to finish first. */
  readonly after: readonly string[];
  readonly methods: Readonly<Record<Locale, readonly string[]>>;
  readonly sections: readonly { readonly id: string; readonly title: Localized }[];
  readonly labs: readonly { readonly id: string; readonly title: Localized }[];
}

/** A topic that the course must tell. */
export interface Row {
  readonly id: string;
  readonly title: Localized;
  /** The units where it is planned. */
  readonly units: readonly string[];
  /** Advertisements and the like: nothing to teach. */
  readonly noise: boolean;
  /** A figure or claim that may only be told with a caution. */
  readonly doubtful: boolean;
}
