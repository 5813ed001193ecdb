/** What a login gives: an SST, and where Insights sends one along a TT too. */
export interface Grant {
  readonly sst: string;
  readonly tt: string | undefined;
}

/** Attribute elements, by the External ID they stand for; one External ID may have several. */
export interface ExternalIdElement {
  readonly title: string;
  readonly uri: string;
}

export type ElementsAnswer =
  | {
      readonly kind: 'elements';
      readonly elements: readonly ExternalIdElement[];
      readonly nextOffset: number | undefined;
    }
  /** Large attributes are searched in the background. */
  | { readonly kind: 'computing'; readonly uri: string };

export type ReportAnswer = { readonly kind: 'computing' } | { readonly kind: 'ready'; readonly csv: string };

/** The part of a report that is asked for. */
export interface ReportFilter {
  /** Number of the display form. */
  readonly form: string;
  readonly elementUris: readonly string[];
}

/**
 * What we ask of Flex Insights (GoodData), each 1 request. All of it throws InsightsUnavailable and DeadlineExceeded; what
 * takes a token also InsightsTokenRefused (for 401) and ReportFailed; `logIn` InsightsRefused.
 */
export interface Insights {
  logIn(): Promise<Grant>;
  issueTt(sst: string): Promise<string>;
  /** The number of a display form by its identifier. */
  findForm(tt: string, identifier: string): Promise<string>;
  searchElements(
    tt: string,
    search: { form: string; titles: readonly string[]; offset: number },
  ): Promise<ElementsAnswer>;
  /** What a search in the background has come to. */
  readElements(tt: string, uri: string): Promise<ElementsAnswer>;
  /** Starts the report; its address for `readReport`. Not repeated by itself: each call is an execution. */
  execute(tt: string, filter: ReportFilter): Promise<string>;
  readReport(tt: string, uri: string): Promise<ReportAnswer>;
}
