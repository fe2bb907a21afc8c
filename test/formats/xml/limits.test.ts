import { describe, expect, it } from 'vitest';
import { LineCounter } from '../../../src/formats/xml/lines.ts';
import { readXml, type XmlFault } from '../../../src/formats/xml/read.ts';
import { XmlNode } from '../../../src/formats/xml/tree.ts';
import { memorySource } from '../../../src/intake/byte-source.ts';
import { memberOf, thrownBy } from '../../fixtures/read-rows.ts';

/** Reads the text of every `a`, whatever stands around it. */
function texts(bytes: Uint8Array | string, chunk?: number): { found: string[]; fault: XmlFault | undefined } {
  const whole = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const root = new XmlNode('');
  const found: string[] = [];
  root.at('a').text = (text) => found.push(text);
  const options = chunk === undefined ? {} : { chunk };
  return { found, fault: readXml(memorySource(whole), memberOf(whole), () => root, options) };
}

describe('lines', () => {
  const lines = ['one', 'two', 'three', 'four'];
  for (const end of ['\n', '\r\n', '\r']) {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      it(`are counted both ways: ${JSON.stringify(end)} in ${encoding}`, () => {
        const little = Buffer.from(lines.join(end), encoding === 'utf-8' ? 'utf8' : 'utf16le');
        const bytes = encoding === 'utf-16be' ? Buffer.from(little).swap16() : little;
        const counter = new LineCounter(memorySource(bytes), encoding);
        const width = encoding === 'utf-8' ? 1 : 2;
        const at = lines.map((_, i) => width * lines.slice(0, i).join(end).length + (i > 0 ? width * end.length : 0));
        expect(at.map((offset) => counter.at(offset))).toEqual([1, 2, 3, 4]);
        expect(at.toReversed().map((offset) => counter.at(offset))).toEqual([4, 3, 2, 1]);
        expect(counter.at(bytes.length)).toBe(4);
      });
    }
  }

  it('are those of the fault', () => {
    expect(texts('<r>\n<a>x</a>\n<a>y</b>\n</r>')).toMatchObject({ found: ['x'], fault: { line: 3, path: 'a' } });
    const latin = Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?>\n<r><a>ü</a>\n</q></r>', 'latin1');
    expect(texts(latin)).toMatchObject({ found: ['ü'], fault: { line: 3 } });
  });
});

describe('what would fill the memory', () => {
  const long = 'x'.repeat(5 << 20);
  const tokens = {
    'a text': `<a>${long}`,
    'a tag': `<a x="${long}"/>`,
    'a name': `<${long}/>`,
    'a comment': `<a><!-- ${long} --></a>`,
    'a reference': `<a>&${long};</a>`,
    CDATA: `<a><![CDATA[${long}]]></a>`,
  };
  it.each(Object.entries(tokens))('%s without end is refused', (_, text) => {
    expect(thrownBy(() => texts(text))).toMatchObject({ code: 'CLEW_LIMIT' });
  });

  it('one element’s text in many pieces is refused as well', () => {
    expect(thrownBy(() => texts(`<a>${'text<!---->'.repeat(1 << 20)}</a>`))).toMatchObject({ code: 'CLEW_LIMIT' });
  });

  it('levels without end are refused, 64 are not', () => {
    const nested = (depth: number): string => '<b>'.repeat(depth - 1) + '<a>x</a>' + '</b>'.repeat(depth - 1);
    expect(texts(nested(64)).found).toEqual(['x']);
    expect(thrownBy(() => texts(nested(65)))).toMatchObject({ code: 'CLEW_LIMIT' });
  });

  it('document types are refused wherever they stand', () => {
    for (const text of ['<!DOCTYPE a><a/>', '<a/><!DOCTYPE a>', '<a><!DOCTYPE a></a>']) {
      expect(thrownBy(() => texts(text, 3))).toMatchObject({ code: 'CLEW_FILE_REFUSED' });
    }
  });
});

it('reads a text that runs over pieces, with references, CDATA and a comment within', () => {
  const text = '<r><a> 1 &lt; 2<!-- no --> &#38;<![CDATA[ <b> ]]>ü€ </a></r>';
  for (const chunk of [1, 2, 5, 11, 1000]) expect(texts(text, chunk).found).toEqual(['1 < 2 & <b> ü€']);
});
