import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useLayoutEffect, useMemo } from 'react';
import { useIsDark } from '../state/preference.ts';
import { Announcer } from '../components/Announcer.tsx';
import { DefectBoundary } from '../components/DefectBoundary.tsx';
import { Gate } from './Gate.tsx';
import { applyPalette, darkPalette, lightPalette } from './palette.ts';
import { antTheme } from './theme.ts';

dayjs.locale('zh-cn');

/** The main process writes the nonce of this very answer into the page; styles without it are refused. */
function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

export function App(): React.JSX.Element {
  const isDark = useIsDark();
  const theme = useMemo(() => antTheme(isDark), [isDark]);
  const csp = useMemo(() => ({ nonce: pageNonce() }), []);
  useLayoutEffect(() => {
    applyPalette(isDark ? darkPalette : lightPalette, isDark);
  }, [isDark]);
  return (
    <ConfigProvider csp={csp} locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <DefectBoundary>
        <Gate />
      </DefectBoundary>
      <Announcer />
    </ConfigProvider>
  );
}
