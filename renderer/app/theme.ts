import { theme, type ThemeConfig } from 'antd';
import { darkPalette, lightPalette, type Palette } from './palette.ts';

export const fontFamily = '"Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif';

/** As clear as the ring of a button, on every ground. */
function focusedField(palette: Palette): { activeBorderColor: string; activeShadow: string } {
  return { activeBorderColor: palette.link, activeShadow: `0 0 0 1px ${palette.link}` };
}

/** Ant Design's tokens, set once from our palette. No motion: nothing in the window moves by itself. */
export function antTheme(isDark: boolean): ThemeConfig {
  const palette: Palette = isDark ? darkPalette : lightPalette;
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily,
      fontSize: 14,
      borderRadius: 4,
      controlHeight: 36,
      motion: false,
      colorPrimary: palette.accent,
      // Ant Design draws the ring of what has the focus with it.
      colorPrimaryBorder: palette.link,
      colorPrimaryHover: palette.accentHover,
      colorPrimaryActive: palette.accentPressed,
      colorInfo: palette.accent,
      colorSuccess: palette.done,
      colorWarning: palette.attention,
      colorError: palette.wrong,
      colorErrorText: palette.wrong,
      colorLink: palette.link,
      colorLinkHover: palette.link,
      colorBgLayout: palette.ground,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.raised,
      colorBgContainerDisabled: palette.sunken,
      colorText: palette.ink,
      colorTextHeading: palette.ink,
      colorTextSecondary: palette.inkSoft,
      colorTextTertiary: palette.inkFaint,
      colorTextDescription: palette.inkSoft,
      colorTextPlaceholder: palette.inkFaint,
      colorTextDisabled: palette.inkFaint,
      colorIcon: palette.inkSoft,
      colorBorder: palette.lineControl,
      colorBorderSecondary: palette.line,
      colorSplit: palette.line,
      controlItemBgActive: palette.accentSoft,
      controlItemBgActiveHover: palette.accentSoft,
      controlItemBgHover: palette.sunken,
      colorPrimaryBg: palette.accentSoft,
      colorInfoBg: palette.accentSoft,
      colorInfoBorder: palette.line,
      colorSuccessBg: palette.doneSoft,
      colorSuccessBorder: palette.line,
      colorWarningBg: palette.attentionSoft,
      colorWarningBorder: palette.line,
      colorErrorBg: palette.wrongSoft,
      colorErrorBorder: palette.wrong,
    },
    components: {
      Button: {
        fontWeight: 500,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        // On the light red of the dark theme white letters could not be read.
        dangerColor: isDark ? palette.ground : palette.accentInk,
        // The accent itself is a ground for white letters; as letters on a dark ground it would be too dim.
        defaultHoverColor: palette.link,
        defaultHoverBorderColor: palette.link,
        defaultActiveColor: palette.link,
        defaultActiveBorderColor: palette.link,
      },
      Table: {
        headerBg: palette.sunken,
        headerColor: palette.inkSoft,
        headerSplitColor: 'transparent',
        borderColor: palette.lineSoft,
        rowHoverBg: palette.sunken,
        rowSelectedBg: palette.accentSoft,
        rowSelectedHoverBg: palette.accentSoft,
        cellPaddingBlockSM: 8,
        cellPaddingInlineSM: 10,
      },
      Form: { labelColor: palette.ink, verticalLabelPadding: '0 0 4px', itemMarginBottom: 16 },
      Input: focusedField(palette),
      InputNumber: focusedField(palette),
      Select: { activeBorderColor: palette.link, activeOutlineColor: palette.link },
      Pagination: { itemActiveColor: palette.link },
      Modal: { titleFontSize: 18 },
      Alert: { defaultPadding: '10px 14px' },
      Segmented: {
        itemColor: palette.inkSoft,
        itemSelectedColor: palette.link,
        itemSelectedBg: palette.accentSoft,
        trackBg: palette.sunken,
      },
    },
  };
}
