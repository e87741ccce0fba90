// 11-druck-a4, for the catalogue.
import type { ReactNode } from 'react';
import { PrintSheet } from '#ui/print-sheet.tsx';
import { QrCode } from '#ui/qr-code.tsx';

const both = (german: string, own: ReactNode) => ({ german, own });

/** The plan on paper. */
export function PaperPage() {
  return (
    <main>
      <PrintSheet
        own={{ lang: 'ar', dir: 'rtl' }}
        title={both('Mein Weg', 'طريقي')}
        name={both('Mohamad Al Khalaf', 'محمد الخلف')}
        steps={[
          {
            id: '1',
            pictogram: 'talk',
            state: 'done',
            word: both('geschafft', 'تمّ'),
            title: both('Gespräch', 'المقابلة'),
            lines: [both('Ihre Ausbildung und Arbeit', 'تعليمك وعملك')],
          },
          {
            id: '2',
            pictogram: 'course',
            state: 'now',
            word: both('Jetzt', 'الآن'),
            title: both('Anmeldung Deutsch-Kurs', 'التسجيل في دورة الألمانية'),
            lines: [
              both('Dienstag, 15. Dezember 2026, 9:30 Uhr', 'الثلاثاء، 15 ديسمبر 2026، الساعة 9:30'),
              both('VHS Fuhsetal, erster Stock', 'VHS Fuhsetal، الطابق الأول'),
            ],
          },
          {
            id: '3',
            pictogram: 'lessons',
            state: 'later',
            title: both('Integrationskurs', 'دورة الاندماج'),
            lines: [both('ab 11. Januar 2027', 'من 11 يناير 2027')],
          },
          {
            id: '4',
            pictogram: 'internship',
            state: 'later',
            title: both('Praktikum', 'تدريب عملي'),
            lines: [both('4 Wochen, Herbst 2027', '4 أسابيع، خريف 2027')],
          },
          {
            id: '5',
            pictogram: 'exam',
            state: 'later',
            title: both('Vorbereitung auf die Ausbildung', 'التحضير للتدريب المهني'),
            lines: [both('ab Dezember 2027', 'من ديسمبر 2027')],
          },
          {
            id: '6',
            pictogram: 'certificate',
            state: 'later',
            title: both('Ausbildung', 'التدريب المهني'),
            lines: [both('ab August 2028', 'من أغسطس 2028')],
          },
        ]}
        papersTitle={both('Bitte mitbringen', 'أحضر معك من فضلك')}
        papers={[
          { pictogram: 'identity', ...both('Ausweis', 'وثيقة الإقامة') },
          { pictogram: 'letter', ...both('Brief vom Landkreis', 'رسالة من الدائرة') },
          { pictogram: 'date', ...both('Diesen Plan', 'هذه الخطة') },
        ]}
        help={[
          both('Wiebke Ahlers hilft Ihnen', 'Wiebke Ahlers تساعدك'),
          both('Landkreis Fuhsetal, Übergangsmanagement', 'امسح الرمز بهاتفك'),
          both(
            'Telefon 01511-0000142',
            <>
              {'الهاتف '}
              <bdi dir="ltr">{'01511-0000142'}</bdi>
            </>,
          ),
        ]}
        qr={<QrCode text="https://geleit.example/p/6f2k-9d1m" label="Plan öffnen" size={116} />}
        foot={'Stand 23. November 2026. Verbindlich ist die deutsche Fassung.'}
      />
    </main>
  );
}
