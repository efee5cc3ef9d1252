import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';

export interface BarChart {
  /** The number of the sheet that shows it, from 1. */
  sheet: number;
  title: string;
  categories: readonly string[];
  values: readonly number[];
  /** A bar each, `#RRGGBB`. */
  colours: readonly string[];
  /** Where categories (column A) and values (column B) stand, so that the chart follows when they are changed. */
  range: { sheetName: string; firstRow: number };
}

/** What the package takes for pictures; it exports no name for it. */
export type FileContent = Stream | Buffer | Blob;

const NAMES = {
  chart: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  main: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  place: 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
  relation: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  relations: 'http://schemas.openxmlformats.org/package/2006/relationships',
};
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = 'application/vnd.openxmlformats-officedocument';
const ID = 'rId-huanzheng-chart';
/** In rows and columns of the sheet. */
const PLACE = { column: 3, row: 4, width: 9, height: 20 };

/** A bar chart that spreadsheets draw themselves, as the extension that `write-excel-file` asks for: it has none of its own. */
export function barChart(chart: BarChart): Feature<FileContent> {
  return {
    files: {
      write: {
        files: () => ({
          'xl/charts/chart1.xml': chartXml(chart),
          'xl/drawings/drawing-chart1.xml': drawingXml(),
          'xl/drawings/_rels/drawing-chart1.xml.rels': relationsXml('chart', '../charts/chart1.xml'),
        }),
      },
      transform: {
        '[Content_Types].xml': {
          insert: () =>
            `<Override PartName="/xl/charts/chart1.xml" ContentType="${TYPE}.drawingml.chart+xml"/>` +
            `<Override PartName="/xl/drawings/drawing-chart1.xml" ContentType="${TYPE}.drawing+xml"/>`,
        },
        'xl/worksheets/sheet{id}.xml': {
          insert: (_, { sheetId }) =>
            isOn(chart, sheetId) ? `<drawing xmlns:r="${NAMES.relation}" r:id="${ID}"/>` : undefined,
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_, { sheetId }) =>
            isOn(chart, sheetId) ? relationXml('drawing', '../drawings/drawing-chart1.xml') : undefined,
        },
      },
    },
  };
}

function isOn({ sheet }: BarChart, sheetId: string): boolean {
  return sheetId === `${sheet}`;
}

function relationXml(kind: string, target: string): string {
  return `<Relationship Id="${ID}" Type="${NAMES.relation}/${kind}" Target="${target}"/>`;
}

function relationsXml(kind: string, target: string): string {
  return `${HEAD}<Relationships xmlns="${NAMES.relations}">${relationXml(kind, target)}</Relationships>`;
}

function drawingXml(): string {
  const corner = (name: string, column: number, row: number) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  const { column, row, width, height } = PLACE;
  return (
    `${HEAD}<xdr:wsDr xmlns:xdr="${NAMES.place}" xmlns:a="${NAMES.main}"><xdr:twoCellAnchor>` +
    corner('from', column, row) +
    corner('to', column + width, row + height) +
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="chart"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>' +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${NAMES.chart}"><c:chart xmlns:c="${NAMES.chart}" xmlns:r="${NAMES.relation}" r:id="${ID}"/></a:graphicData></a:graphic>` +
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>'
  );
}

function chartXml({ title, categories, values, colours, range }: BarChart): string {
  const cells = (column: string) =>
    `'${escaped(range.sheetName)}'!$${column}$${range.firstRow + 1}:$${column}$${range.firstRow + values.length}`;
  const points = (all: readonly (string | number)[]) =>
    `<c:ptCount val="${all.length}"/>${all.map((value, index) => `<c:pt idx="${index}"><c:v>${escaped(`${value}`)}</c:v></c:pt>`).join('')}`;
  const bars = colours.map(
    (colour, index) =>
      `<c:dPt><c:idx val="${index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr><a:solidFill><a:srgbClr val="${colour.slice(1)}"/></a:solidFill><a:ln><a:solidFill><a:srgbClr val="7F8790"/></a:solidFill></a:ln></c:spPr></c:dPt>`,
  );
  return (
    `${HEAD}<c:chartSpace xmlns:c="${NAMES.chart}" xmlns:a="${NAMES.main}" xmlns:r="${NAMES.relation}"><c:chart>` +
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>${escaped(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>' +
    `<c:ser><c:idx val="0"/><c:order val="0"/>${bars.join('')}<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>` +
    `<c:cat><c:strRef><c:f>${cells('A')}</c:f><c:strCache>${points(categories)}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${cells('B')}</c:f><c:numCache>${points(values)}</c:numCache></c:numRef></c:val></c:ser>` +
    '<c:gapWidth val="40"/><c:axId val="1"/><c:axId val="2"/></c:barChart>' +
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="2"/></c:catAx>' +
    '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="1"/><c:axPos val="b"/><c:crossAx val="1"/></c:valAx>' +
    '</c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>'
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`);
}
